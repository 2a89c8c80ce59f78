"""Shoulders, head and cheeks move as a body's do: some points far, some not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facecoach.face.posture import AT_REST, Posture

NOSE, CROWN, CHIN = (0.0, 0.48), (0.0, 0.06), (0.0, 0.68)
SHOULDER, THROAT, CHEEK = (0.34, 0.87), (0.0, 0.80), (0.19, 0.568)
POINTS = st.tuples(st.floats(-0.45, 0.45), st.floats(0.05, 0.99))


def down(posture: Posture, spot: tuple[float, float]) -> float:
    """Return how far down a point goes."""
    return posture.moved((spot,))[0][1] - spot[1]


@given(POINTS)
def test_rest(spot: tuple[float, float]) -> None:
    """At rest nothing moves."""
    assert AT_REST.moved((spot,)) == (spot,)


def test_lift() -> None:
    """Lifted shoulders go up, and the throat and the head stay."""
    posture = Posture(lift=0.06)
    assert down(posture, SHOULDER) < -0.05
    assert (down(posture, THROAT), down(posture, NOSE)) == (0, 0)


def test_nod() -> None:
    """In a nod the nose goes down, the crown hardly and the shoulders not at all."""
    posture = Posture(nod=0.04)
    assert down(posture, NOSE) > 0.03
    assert down(posture, CROWN) < 0.012
    assert down(posture, SHOULDER) == 0


def test_tuck() -> None:
    """A chin that is drawn back comes up and in, and the throat stays."""
    posture = Posture(tuck=0.05)
    assert down(posture, CHIN) < -0.005
    assert posture.moved(((0.15, 0.6),))[0][0] < 0.15
    assert down(posture, THROAT) == 0


@pytest.mark.parametrize(("half", "moves"), [("left", False), ("right", True), ("both", True)])
def test_push(half: str, moves: bool) -> None:
    """A tongue pushes the cheek out on its own half."""
    posture = Posture(push=0.03, half=half)  # type: ignore[arg-type]  # one of the halves
    assert (posture.moved((CHEEK,))[0][0] > CHEEK[0] + 0.02) == moves


@given(POINTS, st.floats(0, 0.06), st.floats(0, 0.04), st.floats(0, 0.06))
def test_mirror(spot: tuple[float, float], lift: float, nod: float, tuck: float) -> None:
    """Both halves move alike."""
    posture = Posture(lift=lift, nod=nod, tuck=tuck, spread=lift / 3)
    (x, y), (other, same) = posture.moved((spot, (-spot[0], spot[1])))
    assert abs(x + other) < 1e-9
    assert y == same
