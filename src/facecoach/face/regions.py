"""Which places of a scene are lit, and which camera shows them."""

from __future__ import annotations

from facecoach.face.atlas import Atlas, Spot, SpotName
from facecoach.face.scene import Scene
from facecoach.knowledge.anatomy import CameraName, StrokeName, ZoneName


def lit(scene: Scene, atlas: Atlas) -> dict[ZoneName | SpotName, Spot]:
    """Return what is lit: the scene's zones, or in their place the spots of its strokes where each has one."""
    zones: dict[ZoneName | SpotName, Spot] = {name: atlas.zones[name] for name in scene.zones if name in atlas.zones}
    spots = [atlas.strokes[name].spot for name in scene.strokes]
    if not zones or not all(spots):
        return zones
    return {spot: atlas.spots[spot] for spot in spots if spot} or zones


def view(zone: ZoneName, strokes: tuple[StrokeName, ...], atlas: Atlas) -> CameraName:
    """Return the camera for work in a zone: the first that one of its strokes asks for, or else the zone's own."""
    routes = [atlas.strokes[name] for name in strokes]
    wished = [route.camera or (atlas.spots[route.spot].camera if route.spot else None) for route in routes]
    own: CameraName = atlas.zones[zone].camera if zone in atlas.zones else "face"
    return next((camera for camera in wished if camera), own)
