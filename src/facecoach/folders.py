"""Where things live: the user's own folders, and the routines that come with the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders that belong to the user: `config` holds routines and settings, `data` the journal."""

    config: Path
    data: Path

    @property
    def routines(self) -> Path:
        """The folder of the user's own routines."""
        return self.config / "routines"

    @property
    def settings(self) -> Path:
        """The settings file, which need not exist."""
        return self.config / "settings.yaml"


def folders(env: Mapping[str, str]) -> Folders:
    """Return the user's folders: FACECOACH_HOME for everything, or the platform's own."""
    if home := env.get("FACECOACH_HOME"):
        return Folders(Path(home), Path(home))
    import platformdirs

    return Folders(
        Path(platformdirs.user_config_dir("facecoach", appauthor=False)),
        Path(platformdirs.user_data_dir("facecoach", appauthor=False)),
    )


def bundled() -> Path:
    """Return the folder of the bundled routines: inside the package when installed, the checkout's otherwise."""
    packed = Path(__file__).parent / "routines"
    return packed if packed.is_dir() else Path(__file__).parents[2] / "routines"
