"""The pinned tools of the checks, in virtual environments that are created on first use."""

import fcntl
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

CHECKS = pathlib.Path(__file__).resolve().parent
TARGET = CHECKS.parent / "target"
TOOLS = TARGET / "tools"
TEMPLATE_TOOLS = CHECKS / "requirements.txt"
CHECKOV = CHECKS / "requirements-checkov.txt"
SCRIPT_TOOLS = CHECKS / "requirements-scripts.txt"
MIN_PYTHON = (3, 10)
UNAVAILABLE = 75
QUIETLY = ("-q", "--disable-pip-version-check", "--no-warn-script-location")


def run_with_tools():
    """Restarts the calling script with the Python of the template tools, unless it already runs with it."""
    home = environment(TEMPLATE_TOOLS)
    if pathlib.Path(sys.prefix).resolve() != home.resolve():
        python = str(home / "bin" / "python")
        os.execv(python, [python, "-B", *sys.argv])


def environment(requirements):
    """Returns the folder of an environment; its name has a digest, so that changed requirements create a new one."""
    if sys.version_info < MIN_PYTHON:
        give_up(f"Python {sys.version_info.major}.{sys.version_info.minor} is too old, 3.10 is needed")
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    digest = hashlib.sha256(requirements.read_bytes() + python.encode()).hexdigest()[:12]
    home = TOOLS / f"{requirements.stem}-{digest}"
    if not (home / "complete").exists():
        TOOLS.mkdir(parents=True, exist_ok=True)
        with (TOOLS / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # builds of two modules may run at the same time
            if not (home / "complete").exists():
                create(home, requirements)
    return home


def create(home, requirements):
    print(f"installing {requirements.name} (once, takes about a minute)", file=sys.stderr, flush=True)
    # Scripts contain the path of the folder, so it cannot be moved; a file marks it as complete.
    shutil.rmtree(home, ignore_errors=True)
    log = TOOLS / f"{requirements.stem}.log"
    python = getattr(sys, "_base_executable", sys.executable)  # not that of the current environment
    with log.open("w", encoding="utf-8") as out:
        for command in (
            # Debian packages ensurepip separately, so use the pip of the system.
            [python, "-m", "venv", "--without-pip", str(home)],
            [python, "-m", "pip", "--python", str(home), "install", *QUIETLY, "-r", str(requirements)],
        ):
            try:
                failed = subprocess.run(command, stdout=out, stderr=subprocess.STDOUT, check=False).returncode != 0
            except OSError as e:
                out.write(f"{e}\n")
                failed = True
            if failed:
                out.flush()
                last = log.read_text(encoding="utf-8").strip().splitlines()[-3:]
                give_up("the tools cannot be installed", *last, f"full log: {log.relative_to(TARGET.parents[2])}")
    (home / "complete").touch()


def emulator():
    """Returns the path of Lambda's runtime interface emulator, which is part of aws-sam-cli."""
    return next(environment(TEMPLATE_TOOLS).glob("lib/*/site-packages/samcli/local/rapid/aws-lambda-rie-x86_64"))


def give_up(*reasons):
    print("not checked: " + "\n  ".join(reasons), file=sys.stderr, flush=True)
    sys.exit(UNAVAILABLE)
