"""The archetypes wing: who acts on what a model says, and what follows from it for a project."""
