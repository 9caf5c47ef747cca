"""The trained model: words of many texts in, arrays out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from parley.encoder.labels import KINDS, LABELS, TAGS, Edge, Role
from parley.encoder.windows import Pieces, Window, windows
from parley.encoder.words import Ints, Words, split
from parley.errors import EncoderError

Floats = NDArray[np.float32]

GRAPHS = ("encoder", "taggers", "links", "edges", "labels", "kinds")
ROOM = 16
"""Windows in one run of the encoder: a very long text must not need very much memory."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What the encoder makes of one text of n words.

    `states`: n × width; `tags`: for each tagger of TAGS n × its classes, probabilities.
    """

    words: Words
    states: Floats
    tags: Mapping[str, Floats]


@dataclass(frozen=True, slots=True)
class Phrases:
    """p pairs of an anchor and a phrase that a head is to judge: p word indices each, and p × f looks."""

    anchor: Ints
    first: Ints
    last: Ints
    looks: Ints


class Encoder:
    """An ONNX session for the encoder and one for each head, loaded from a folder.

    Raises EncoderError where a file is missing or damaged.
    """

    def __init__(self, folder: Path, threads: int = 0) -> None:
        self._folder = folder
        self._threads = threads
        self.settings: Mapping[str, object] = json.loads(self._read("model.json"))
        self.version = str(self.settings["version"])

    def _read(self, name: str) -> str:
        try:
            return (self._folder / name).read_text(encoding="utf-8")
        except OSError as problem:
            raise EncoderError(f"{self._folder / name}: {problem.strerror}; install Parley again") from problem

    @cached_property
    def _sessions(self) -> Mapping[str, ort.InferenceSession]:
        options = ort.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        try:
            return {
                name: ort.InferenceSession(self._folder / f"{name}.onnx", options, providers=["CPUExecutionProvider"])
                for name in GRAPHS
            }
        except Exception as problem:  # onnxruntime raises classes of its own that share no public base
            raise EncoderError(
                f"{self._folder}: the model cannot be loaded ({problem}); install Parley again"
            ) from problem

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        lines = self._read("vocab.txt").split("\n")
        vocabulary = {piece: index for index, piece in enumerate(lines) if piece}
        tokenizer = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))
        tokenizer.normalizer = BertNormalizer(lowercase=True)
        tokenizer.pre_tokenizer = BertPreTokenizer()
        return tokenizer

    @cached_property
    def _ends(self) -> tuple[int, int]:
        return self._special("[CLS]"), self._special("[SEP]")

    def _special(self, piece: str) -> int:
        number = self._tokenizer.token_to_id(piece)
        if number is None:
            raise EncoderError(f"{self._folder / 'vocab.txt'}: lacks {piece}; install Parley again")
        return int(number)

    @cached_property
    def _pieces(self) -> Pieces:
        unknown = (self._special("[UNK]"),)

        @lru_cache(65_536)
        def pieces(word: str) -> tuple[int, ...]:
            whole = self._tokenizer.token_to_id(word.lower()) if word.isascii() else None
            if whole is not None:
                return (int(whole),)
            return tuple(self._tokenizer.encode(word, add_special_tokens=False).ids) or unknown

        return pieces

    @staticmethod
    def nothing() -> Signals:
        """The signals of a text without words."""
        tags = {name: np.zeros((0, size), dtype=np.float32) for name, size in TAGS.items()}
        return Signals(split("", [], []), np.zeros((0, 0), dtype=np.float32), tags)

    def encode(self, words: Words) -> Signals:
        """States and tags of every word of one text.

        A text is encoded by itself, never beside others: a reading must not depend on its neighbours, to the last
        bit."""
        cut = self.windows(words)
        if not cut:
            return self.nothing()
        states = self.states(cut)
        scores = np.split(self._run("taggers", states=states), np.cumsum(list(TAGS.values()))[:-1], axis=1)
        return Signals(words, states, dict(zip(TAGS, map(softmax, scores), strict=True)))

    def windows(self, words: Words) -> list[Window]:
        """The words of one text as the encoder takes them."""
        return windows(words, self._pieces, self._ends)

    def states(self, cut: Sequence[Window]) -> Floats:
        """What the encoder alone makes of the windows of one text: words × width."""
        return np.concatenate([self._run_windows(cut[i : i + ROOM]) for i in range(0, len(cut), ROOM)])

    def _run_windows(self, batch: Sequence[Window]) -> Floats:
        longest = max(len(w.pieces) for w in batch)
        pieces = np.zeros((len(batch), longest), dtype=np.int64)
        looks = np.zeros((len(batch), longest, batch[0].looks.shape[1]), dtype=np.int64)
        mask = np.zeros_like(pieces)
        for row, window in enumerate(batch):
            size = len(window.pieces)
            pieces[row, :size], looks[row, :size], mask[row, :size] = window.pieces, window.looks, 1
        rows = np.repeat(np.arange(len(batch)), [len(w.heads) for w in batch])
        columns = np.concatenate([w.heads for w in batch])
        return self._run("encoder", pieces=pieces, mask=mask, looks=looks, rows=rows, columns=columns)

    def _run(self, graph: str, **inputs: Ints | Floats) -> Floats:
        found: Floats = self._sessions[graph].run(None, inputs)[0]
        return found

    def links(self, signals: Signals, pairs: Phrases, row: Ints, column: Ints) -> Floats:
        """p × Role scores (logits); `row` and `column` number the pairs by anchor and by whom they name."""
        return self._pairs("links", len(Role), signals, pairs, row=row, column=column)

    def edges(self, signals: Signals, pairs: Phrases) -> Floats:
        """p × Edge scores (logits)."""
        return self._pairs("edges", len(Edge), signals, pairs)

    def _pairs(self, graph: str, width: int, signals: Signals, pairs: Phrases, **more: Ints) -> Floats:
        if not len(pairs.anchor):
            return np.zeros((0, width), dtype=np.float32)
        # The head projects every state it is given: only those of words that stand in a pair are worth it.
        used = np.zeros(len(signals.states), dtype=np.int64)
        used[pairs.anchor] = used[pairs.first] = used[pairs.last] = 1
        place = np.cumsum(used) - 1
        at = {"anchor": place[pairs.anchor], "first": place[pairs.first], "last": place[pairs.last]}
        return self._run(graph, states=signals.states[used > 0], **at, looks=pairs.looks, **more)

    def labels(self, signals: Signals, word: Ints, kind: Ints) -> Floats:
        """For a anchors with their words and kinds: a × LABELS scores (logits)."""
        if not len(word):
            return np.zeros((0, sum(LABELS)), dtype=np.float32)
        return self._run("labels", states=signals.states[word], kind=kind)

    def kinds(self, signals: Signals, first: Ints, last: Ints) -> Floats:
        """For p phrases p × KINDS probabilities."""
        if not len(first):
            return np.zeros((0, len(KINDS)), dtype=np.float32)
        return softmax(self._run("kinds", states=signals.states, first=first, last=last))


def softmax(scores: Floats) -> Floats:
    """Probabilities along the last axis."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return shares


def sigmoid(scores: Floats) -> Floats:
    """Probabilities of scores taken one by one."""
    shares: Floats = np.reciprocal(1 + np.exp(-np.clip(scores, -30, 30)))
    return shares
