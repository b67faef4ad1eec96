"""The kernel's websocket as `course lab` opens it: without Nagle's algorithm."""

from typing import Any

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class PromptWebsocketConnection(ZMQChannelsWebsocketConnection):
    """Sends each message at once.

    Jupyter's server leaves Nagle's algorithm on: a small message waits until the one before it is acknowledged, which
    costs an explorer's answer up to 40 ms. Messages here are small or come in bursts: nothing is gained by waiting.
    """

    def connect(self) -> Any:  # noqa: ANN401 (whatever the connection of this version of the server returns)
        """Set TCP_NODELAY on the page's connection, then connect it to the kernel as usual."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()
