"""What can go wrong, as one tree.

ParleyError
├── InputError            a report, file or folder that cannot be read: names the input and the way out
│   ├── NotFound          there is nothing at that path
│   ├── NotText           binary, PDF, image, or no article in the page
│   ├── Malformed         a broken JSON line, a field of the wrong type, a bad date
│   ├── TooLarge          more text than one report can hold
│   └── OtherLanguage     not English, and `--any-language` was not given
├── RegistryError         the registry of actors is missing, damaged or of another version
├── EncoderError          the model files are missing, damaged or of another version
└── PipelineError         steps that cannot be run in that order
"""

__all__ = [
    "EncoderError",
    "InputError",
    "Malformed",
    "NotFound",
    "NotText",
    "OtherLanguage",
    "ParleyError",
    "PipelineError",
    "RegistryError",
    "TooLarge",
]


class ParleyError(Exception):
    """Anything that Parley raises on purpose."""


class InputError(ParleyError):
    """An input that cannot be read; `source` names it and `hint` says what to do."""

    def __init__(self, source: str, problem: str, hint: str = "") -> None:
        super().__init__(source, problem, hint)
        self.source = source
        self.problem = problem
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.source}: {self.problem}" + (f" ({self.hint})" if self.hint else "")


class NotFound(InputError):
    """Nothing lies at that path."""


class NotText(InputError):
    """The input is not text, or holds no article."""


class Malformed(InputError):
    """The input is text, but not in the form that its kind asks for."""


class TooLarge(InputError):
    """The input is longer than one report can be."""


class OtherLanguage(InputError):
    """The report is written in a language that the reader was not trained on."""


class RegistryError(ParleyError):
    """The registry of actors is missing, damaged or of another version."""


class EncoderError(ParleyError):
    """The model files are missing, damaged or of another version."""


class PipelineError(ParleyError):
    """The steps cannot be run in the order given."""
