"""Lines outside a page's main content: what their words say is the same whether one is asked about or hundreds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from converter.lexicons import load
from converter.stripping.chrome import chrome
from converter.stripping.outside import _known

_WORDS = load("boilerplate")
_CHROME = [
    *("当前位置:首页", "上一篇:没有了", "来源:本站", "2024-01-1508:30", "【打印】【关闭】", "分享到微博微信", "会员登录注册"),
    *("QQ群:123456", "本站资源下载后请用浏览器打开。", "<!--导航-->", "=====", "友情链接", "Copyright©2024", "网站标识码:1234567890"),
]
_PLAIN = ["", "政务公开", "领导之窗", "乡镇动态", "财政预决算", "二〇二四年", "A座三层", "3号公告"]
_LISTED = ["".join(word.split()) for name in ("toolbar", "share", "wall") for word in _WORDS[name]]
_WRITTEN = st.text("政务公开:。《》1920年A-|[【一、微信", max_size=30)
_ANY = st.one_of(st.sampled_from([*_CHROME, *_PLAIN, *_LISTED]), _WRITTEN)


@given(st.lists(_ANY, max_size=40))
def test_many_lines_as_one_by_one(compacts: list[str]) -> None:
    """Looked at together, no line is passed over that is chrome by itself."""
    assert _known(compacts) == [chrome(compact) for compact in compacts]


def test_what_the_lines_are() -> None:
    """Lines of both kinds are among them, so that the test above can fail."""
    assert [line for line in _PLAIN if chrome(line)] == []
    assert [line for line in _CHROME if not chrome(line)] == []
