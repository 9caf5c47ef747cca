"""What can go wrong, as one tree.

ParleyError
├── InputError            a report, file or folder that cannot be read: names the input and the way out
│   ├── NotFound          there is nothing at that path
│   ├── NotText           binary, PDF, image, or no article in the page
│   ├── Malformed         a broken JSON line, a field of the wrong type, a bad date
│   ├── TooLarge          more text than one report can hold
│   └── OtherLanguage     not English, and `--any-language` was not given
├── StoreError            a record that cannot be opened, read or written: names it and the way out
│   ├── NoRecord          there is none at that place
│   ├── NotARecord        a damaged file, or one of another program
│   ├── NewerRecord       written by a later version of Parley
│   ├── NotWritable       read-only, or no room on the disk
│   ├── Busy              another program holds it
│   └── Unreachable       the database server does not answer, or lets nobody in
├── AccountError          a user who cannot be made or changed: names them and the way out
├── RegistryError         the registry of actors is missing, damaged or of another version
├── EncoderError          the model files are missing, damaged or of another version
└── PipelineError         steps that cannot be run in that order
"""

__all__ = [
    "AccountError",
    "Busy",
    "EncoderError",
    "InputError",
    "Malformed",
    "NewerRecord",
    "NoRecord",
    "NotARecord",
    "NotFound",
    "NotText",
    "NotWritable",
    "OtherLanguage",
    "ParleyError",
    "PipelineError",
    "RegistryError",
    "StoreError",
    "TooLarge",
    "Unreachable",
]


class ParleyError(Exception):
    """Anything that Parley raises on purpose."""


class _Located(ParleyError):
    """An error of a thing that has a name: `source`; `problem` says what is wrong, `hint` what to do."""

    def __init__(self, source: str, problem: str, hint: str = "") -> None:
        super().__init__(source, problem, hint)
        self.source = source
        self.problem = problem
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.source}: {self.problem}" + (f" ({self.hint})" if self.hint else "")


class InputError(_Located):
    """An input that cannot be read; `source` names it and `hint` says what to do."""


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


class StoreError(_Located):
    """A record that cannot be opened, read or written; `source` names it and `hint` says what to do."""


class NoRecord(StoreError):
    """There is no record at that place."""


class NotARecord(StoreError):
    """The file is damaged, or it belongs to another program."""


class NewerRecord(StoreError):
    """The record was written by a later version of Parley."""


class NotWritable(StoreError):
    """The record is read-only, or there is no room on the disk."""


class Busy(StoreError):
    """Another program has held the record for too long."""


class Unreachable(StoreError):
    """The database server does not answer, or lets nobody in."""


class AccountError(_Located):
    """A user who cannot be made or changed; `source` is the name and `hint` says what to do."""


class RegistryError(ParleyError):
    """The registry of actors is missing, damaged or of another version."""


class EncoderError(ParleyError):
    """The model files are missing, damaged or of another version."""


class PipelineError(ParleyError):
    """The steps cannot be run in the order given."""
