"""The training's own attention and dropout against torch's and MPNet's; needs the extra ``train``."""

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from torch.nn.functional import scaled_dot_product_attention  # noqa: E402
from transformers.models.mpnet.modeling_mpnet import MPNetConfig, MPNetSelfAttention  # noqa: E402

from training.encoder.lean import Dropout, LargeAttention, attention, quicken  # noqa: E402


def test_attention_is_torchs_and_looks_at_nothing_masked() -> None:
    torch.manual_seed(1)
    query, key, value = torch.randn(3, 2, 4, 6, 8)
    mask = torch.zeros(2, 1, 1, 6)
    mask[1, ..., 3:] = torch.finfo(torch.float32).min
    states, _ = attention(torch.nn.Identity(), query, key, value, mask, 8**-0.5)
    wanted = scaled_dot_product_attention(query, key, value, attn_mask=mask).transpose(1, 2)
    assert torch.allclose(states, wanted, atol=1e-6)


def test_attention_with_a_bias_for_distance_is_mpnets() -> None:
    torch.manual_seed(1)
    config = MPNetConfig(hidden_size=16, num_attention_heads=2, num_hidden_layers=1, attention_probs_dropout_prob=0.0)
    network = torch.nn.Sequential(MPNetSelfAttention(config)).eval()
    states, bias, mask = torch.randn(2, 5, 16), torch.randn(1, 2, 5, 5), torch.zeros(2, 1, 1, 5)
    mask[0, ..., 4:] = torch.finfo(torch.float32).min
    wanted = network[0](states, attention_mask=mask, position_bias=bias)[0]
    quicken(network, config)
    assert isinstance(network[0], LargeAttention)
    assert torch.allclose(network[0](states, attention_mask=mask, position_bias=bias)[0], wanted, atol=1e-6)


def test_dropout_takes_its_share_and_scales_the_rest_up() -> None:
    torch.manual_seed(1)
    seen = Dropout(0.1)(torch.ones(400, 256))
    assert (seen == 0).float().mean().item() == pytest.approx(0.1, abs=0.01)
    assert seen.mean().item() == pytest.approx(1.0, abs=0.01)


def test_dropout_is_the_same_for_the_same_seed_and_none_outside_a_training() -> None:
    dropout, ones = Dropout(0.5), torch.ones(8, 8)
    torch.manual_seed(1)
    first, second = dropout(ones), dropout(ones)
    torch.manual_seed(1)
    assert torch.equal(dropout(ones), first)
    assert not torch.equal(first, second)
    assert torch.equal(dropout.eval()(ones), ones)
