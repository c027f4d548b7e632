"""What all files say: the notice of a county that does not exist."""

from dataclasses import dataclass

COUNTY = "棠河县"
OFFICE = "棠河县人民政府办公室"
TITLE = "棠河县人民政府办公室关于印发2026年实事任务分工表的通知"
NUMBER = "棠政办发〔2026〕6号"
ADDRESSEES = "各乡镇人民政府，县政府各部门："
RULE = "责任单位中列第一位的为牵头单位，下同"
ATTACHMENTS = ("2026年实事任务分工表", "实事联络员名单")
DAY = "2026年3月6日"

HEAD = ("序号", "类别", "工作任务", "责任领导", "责任单位", "完成时限")
INDICATOR_HEAD = ("序号", "指标名称", "目标值", "责任单位")


@dataclass(frozen=True)
class Task:
    """A task: what is to be done, by whom, and until which month of 2026."""

    kind: str
    words: str
    official: str
    units: tuple[str, ...]
    month: int

    @property
    def post(self) -> str:
        """The post of the official."""
        return self.official.split()[0]

    @property
    def name(self) -> str:
        """The name of the official."""
        return self.official.split()[1]


@dataclass(frozen=True)
class Indicator:
    """An indicator: its name, the share that is to be reached, and who answers for it."""

    name: str
    share: float
    units: tuple[str, ...]


TASKS = (
    Task(
        "修路架桥", "改造农村公路86公里，加固危桥5座。", "副县长 顾远舟", ("县交通运输局", "县财政局", "各乡镇政府"), 10
    ),
    Task("修路架桥", "增设城乡公交站亭40个。", "副县长 顾远舟", ("县交通运输局", "县公安局"), 8),
    Task("一老一小", "新增公办学位1800个，其中学前学位600个。", "副县长 林知夏", ("县教育局", "县自然资源局"), 8),
    Task("一老一小", "家庭医生签约率≥70%。", "副县长 林知夏", ("县卫生健康局", "各乡镇政府"), 12),
    Task("一老一小", "开办助餐点12处，每处每日供餐60份以上。", "副县长 林知夏", ("县民政局", "县财政局"), 6),
)

INDICATORS = (
    Indicator("规模以上工业增加值增长", 0.07, ("县工业和信息化局", "县统计局")),
    Indicator("城镇污水处理率", 0.965, ("县住房和城乡建设局",)),
)


def due(task: Task) -> str:
    """The month until which a task is due, as it is printed."""
    return f"2026年{task.month}月"
