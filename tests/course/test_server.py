"""The page's connection to its kernel sends each message at once."""

import asyncio
import socket

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from mlprojects.course.server import PromptWebsocketConnection
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application
from tornado.websocket import WebSocketHandler, websocket_connect


class Handler(WebSocketHandler):
    """A page's websocket without a kernel behind it; answers with what its own socket is set to."""

    connection_class: type

    def open(self):
        connection = self.connection_class.__new__(self.connection_class)
        connection._trait_values["websocket_handler"] = self  # the trait wants a handler with a kernel
        connection.connect()
        option = self.ws_connection.stream.socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        self.write_message("at once" if option else "waits")


def answer(connection_class):
    async def ask():
        Handler.connection_class = connection_class
        server = HTTPServer(Application([("/", Handler)]))
        listener, port = bind_unused_port()
        server.add_socket(listener)
        client = await websocket_connect(f"ws://127.0.0.1:{port}/")
        told = await client.read_message()
        client.close()
        server.stop()
        await server.close_all_connections()
        return told

    return asyncio.run(ask())


def test_the_connection_of_the_course_sends_at_once(monkeypatch):
    connected = []
    monkeypatch.setattr(ZMQChannelsWebsocketConnection, "connect", lambda self: connected.append(self) or None)
    assert answer(PromptWebsocketConnection) == "at once"
    assert [type(connection) for connection in connected] == [PromptWebsocketConnection]


def test_the_connection_of_jupyter_does_not(monkeypatch):
    """Why the class exists: should this fail, Jupyter does it itself."""
    monkeypatch.setattr(ZMQChannelsWebsocketConnection, "connect", lambda self: None)
    assert answer(ZMQChannelsWebsocketConnection) == "waits"
