"""Errors, reported as a single line: subject, problem, remedy."""


class Trouble(Exception):
    """A failed deployment."""

    code = 1


class Misuse(Trouble):
    """Invalid options or answers."""

    code = 2
