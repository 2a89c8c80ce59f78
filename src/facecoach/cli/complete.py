"""What the shell may complete."""

from __future__ import annotations

import typer

from facecoach.knowledge.anatomy import ZONES
from facecoach.knowledge.conditions import CONDITIONS
from facecoach.knowledge.learn import TOPICS


def routine_names(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the routines whose names begin with `incomplete`."""
    from facecoach.cli.common import library

    return [entry.slug for entry in library(ctx.obj).entries() if entry.slug.startswith(incomplete)]


def plan_names(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the plans whose names begin with `incomplete`."""
    from facecoach.cli.common import library
    from facecoach.routine.programmes import Programmes

    return [entry.slug for entry in Programmes(library(ctx.obj)).entries() if entry.slug.startswith(incomplete)]


def own_names(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the user's own routines whose names begin with `incomplete`."""
    from facecoach.cli.common import library

    return [entry.slug for entry in library(ctx.obj).own_entries() if entry.slug.startswith(incomplete)]


def export_files(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the routine's name with each suffix that a file to take along may have."""
    from facecoach.cli.forms import WRITERS

    name = incomplete.rpartition(".")[0] or incomplete or str(ctx.params.get("routine") or "routine")
    return [file for file in (f"{name}{suffix}" for suffix in WRITERS) if file.startswith(incomplete)]


def zone_names(incomplete: str) -> list[str]:
    """Return the zones whose names begin with `incomplete`."""
    return sorted(name for name in ZONES if name.startswith(incomplete))


def zone_lists(incomplete: str) -> list[str]:
    """Return the comma-separated lists of zones that begin with `incomplete`, each with one more zone."""
    *given, last = incomplete.split(",")
    return [",".join((*given, name)) for name in zone_names(last) if name not in given]


def condition_names(incomplete: str) -> list[str]:
    """Return the conditions whose names begin with `incomplete`."""
    return sorted(name for name in CONDITIONS if name.startswith(incomplete))


def topic_names(incomplete: str) -> list[str]:
    """Return the topics whose names begin with `incomplete`."""
    return [topic for topic in TOPICS if topic.startswith(incomplete)]
