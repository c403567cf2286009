"""What can go wrong, in one line: what with what, and what to do next."""


class Trouble(Exception):
    code = 1


class Misuse(Trouble):
    code = 2
