"""Leads: topic sentences that open a paragraph, or a part of one, and serve as its run-in heading.

主导产业不断优化升级。… is one; so is 一是内需潜力有效释放。 where more sentences of the same item follow, and
——我们坚持人民至上、生命至上,筑牢了防疫屏障。 A paragraph of one sentence has none, and what introduces, announces
or reports a figure is none.
"""

from converter.sectioning.leads.bodies import Body
from converter.sectioning.leads.decide import leads

__all__ = ["Body", "leads"]
