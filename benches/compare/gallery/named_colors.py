from shared import plt

NAMES = """
tab:blue,tab:orange,tab:green,tab:red,tab:purple,tab:brown,tab:pink,tab:gray,tab:olive,tab:cyan,black,0.5,crimson,coral,gold,khaki,
teal,skyblue,rebeccapurple,orchid,xkcd:sky blue,xkcd:cloudy blue,xkcd:puke,#d6272880
"""


def scene():
    fig = plt.figure(figsize=(6.4, 4.8))
    ax = fig.add_axes([0, 0, 1, 1])
    ax.set_axis_off()
    ax.set_xlim(0, 3.2)
    ax.set_ylim(8, 0)
    for i, name in enumerate(NAMES.replace("\n", "").split(",")):
        left, top = i // 8, i % 8
        ax.add_patch(plt.Rectangle((left + 0.05, top + 0.2), 0.2, 0.6, color=name, linewidth=0))
        ax.text(left + 0.28, top + 0.5, name, va="center")
    frame = ax.add_patch(plt.Rectangle((0, 0), 0.24, 0.76, facecolor="none", edgecolor="k", linewidth=2))

    def step(k):
        frame.set_xy((k // 8 + 0.03, k % 8 + 0.12))

    return fig, step
