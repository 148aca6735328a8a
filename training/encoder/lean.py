"""Attention and dropout that cost a CPU with bfloat16 less: a third of a training's time.

Torch's fused attention takes most of its time on the way back, and its dropout draws numbers one by one. Here attention
is two products and a softmax, in bfloat16 where autocast asks for it, and dropout compares random bytes.
"""

from typing import Any

import numpy as np
import torch
from torch import nn
from transformers import AttentionInterface
from transformers.masking_utils import AttentionMaskInterface, eager_mask
from transformers.models.mpnet.modeling_mpnet import MPNetSelfAttention

NAME = "lean"
"""What transformers calls this attention once this module is loaded."""
BYTES = 256


def attention(
    module: nn.Module,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    attention_mask: torch.Tensor | None,
    scaling: float,
    **_: Any,
) -> tuple[torch.Tensor, None]:
    """Attention without dropout, by transformers' convention: batch x heads x positions x width in, and batch x
    positions x heads x width out.
    """
    scores = torch.matmul(query * scaling, key.transpose(2, 3))
    if attention_mask is not None:
        scores = scores + attention_mask.to(scores.dtype)
    return torch.matmul(scores.softmax(-1).to(value.dtype), value).transpose(1, 2).contiguous(), None


AttentionInterface.register(NAME, attention)
AttentionMaskInterface.register(NAME, eager_mask)


class Dropout(nn.Module):
    """Sets a share of numbers to zero, to the nearest 256th, and scales the rest up; seeded by torch."""

    def __init__(self, p: float) -> None:
        super().__init__()
        self.p = p

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        border = round(self.p * BYTES)
        if not (self.training and border):
            return states
        source = np.random.Generator(np.random.SFC64(int(torch.randint(2**31, ()))))
        drawn = torch.from_numpy(source.integers(0, BYTES, states.shape, dtype=np.uint8))
        return states * ((drawn >= border).to(states.dtype) * (BYTES / (BYTES - border)))


class LargeAttention(MPNetSelfAttention):  # type: ignore[misc]
    """MPNet's attention as above; it adds a bias for how far apart two positions are."""

    def forward(
        self,
        hidden_states: torch.Tensor,
        attention_mask: torch.Tensor | None = None,
        position_bias: torch.Tensor | None = None,
        **_: Any,
    ) -> tuple[torch.Tensor]:
        shape = (*hidden_states.shape[:-1], -1, self.attention_head_size)
        query, key, value = (map_(hidden_states).view(shape).transpose(1, 2) for map_ in (self.q, self.k, self.v))
        scores = torch.matmul(query * self.attention_head_size**-0.5, key.transpose(2, 3))
        for added in (position_bias, attention_mask):
            if added is not None:
                scores = scores + added.to(scores.dtype)
        states = torch.matmul(scores.softmax(-1).to(value.dtype), value)
        return (self.o(states.transpose(1, 2).reshape(hidden_states.shape)),)


def quicken(network: nn.Module, config: Any = None) -> None:
    """Put this module's parts in the place of torch's dropout and MPNet's attention (of this ``config``)."""
    for name, part in network.named_children():
        if isinstance(part, nn.Dropout):
            setattr(network, name, Dropout(part.p))
        elif isinstance(part, MPNetSelfAttention):
            quick = LargeAttention(config)
            quick.load_state_dict(part.state_dict())
            quicken(quick)
            setattr(network, name, quick)
        else:
            quicken(part, config)
