"""What guards the project, one session at a time: ``nox --list``, ``nox -s tests-3.12``, ``nox -s lint``."""

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv|virtualenv"
# A Python that is not there is passed over; CI has them all.
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["tests", "lint", "types"]

PROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)  # from the classifiers


def group(name):
    """Return the packages of a dependency group."""
    return nox.project.dependency_groups(PROJECT, name)


# The next Python is tried where it is there, before a classifier claims it.
@nox.session(python=[*PYTHONS, "3.14"])
def tests(session):
    """Run the tests on the installed package; arguments go to pytest."""
    session.install(".[all]", *group("test"))
    session.run("python", "-m", "pytest", "-q", *session.posargs)


@nox.session(python=PYTHONS[0], venv_backend="uv")
def lowest(session):
    """Run the tests on the oldest dependencies that the package claims to work with."""
    session.install("--resolution", "lowest-direct", ".[all]")
    # What is there already is kept where it satisfies the group.
    session.install(*group("test"))
    session.run("python", "-m", "pytest", "-q", *session.posargs)


@nox.session
def lint(session):
    """Look at style and form."""
    session.install(*group("lint"))
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session):
    """Check the types by two programs."""
    session.install(".[all]", *group("lint"), *group("test"))
    session.run("mypy")
    session.run("basedpyright", "--level", "error", "src", "tests/typing/user.py")


@nox.session
def docs(session):
    """Build the site into docs/out; a warning is an error."""
    session.install(".[all]", *group("docs"))
    session.run("sphinx-build", "-W", "-c", "docs", ".", "docs/out")


@nox.session
def bench(session):
    """Measure what the package promises about time and size."""
    session.install(".[all]", *group("bench"))
    for name in ("start", "reading", "mentions", "scale"):
        session.run("python", f"benchmarks/{name}.py")


@nox.session
def install(session):
    """Try every way to install the package."""
    session.install(".[all]", *group("test"), *group("install"))
    session.run("python", "-m", "pytest", "-q", "-m", "install", "tests/install")
