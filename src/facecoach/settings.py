"""Where things live, and the settings a person may write down in `settings.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from facecoach.errors import CoachError

if TYPE_CHECKING:
    from facecoach.options import Settings


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders that belong to the user: `config` holds routines and settings, `data` the journal."""

    config: Path
    data: Path

    @property
    def routines(self) -> Path:
        """Where one's own routines are."""
        return self.config / "routines"

    @property
    def settings(self) -> Path:
        """The settings file, which need not exist."""
        return self.config / "settings.yaml"


def folders(env: Mapping[str, str]) -> Folders:
    """Return the user's folders: FACECOACH_HOME for everything, or the platform's own."""
    if home := env.get("FACECOACH_HOME"):
        return Folders(Path(home), Path(home))
    import platformdirs  # noqa: PLC0415 - not needed where FACECOACH_HOME says it all

    return Folders(
        Path(platformdirs.user_config_dir("facecoach", appauthor=False)),
        Path(platformdirs.user_data_dir("facecoach", appauthor=False)),
    )


def bundled() -> Path:
    """Return the folder of the bundled routines: inside the package when installed, the checkout's otherwise."""
    packed = Path(__file__).parent / "routines"
    return packed if packed.is_dir() else Path(__file__).parents[2] / "routines"


def read(path: Path) -> Settings:
    """Return the settings, or what holds without a file; raises FaultyFile or CoachError."""
    from facecoach.options import Settings  # noqa: PLC0415 - most commands need no model of the settings

    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as fault:
        raise CoachError(
            f"`{path}` cannot be read: {fault.strerror}", "mend its permissions, or move it away"
        ) from None
    from facecoach.source import load  # noqa: PLC0415 - only a file that exists needs the reader

    return load(Settings, raw, str(path)) if raw.strip() else Settings()
