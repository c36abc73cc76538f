import json

from dateline.pages.meta import POLICY, WASM_POLICY, embedded


def test_nothing_in_it_can_end_the_script() -> None:
    hostile = {"a": "</script><script>alert(1)</script><!-- & \u2028 \u2029 \" ' \\"}
    made = embedded(json.dumps(hostile, ensure_ascii=False))
    assert not set("<>&\u2028\u2029") & set(made)
    assert json.loads(made) == hostile


def test_only_one_page_may_run_webassembly() -> None:
    assert "wasm" not in POLICY
    assert "script-src 'self' 'wasm-unsafe-eval';" in WASM_POLICY
    assert WASM_POLICY.replace(" 'wasm-unsafe-eval'", "") == POLICY
