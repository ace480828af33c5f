"""The sheet every document is printed on."""

from dataclasses import dataclass

STYLE = """
@page { size: A4; margin: 22mm 22mm 20mm 22mm;
  @bottom-left { content: string(title); font: 8.5pt 'Sample Sans'; color: #7b8a88; }
  @bottom-right { content: counter(page) ' / ' counter(pages);
    font: 8.5pt 'Sample Sans'; color: #7b8a88; } }
html { font-family: var(--family); font-size: 10.8pt; line-height: 1.78; color: #22312f; }
body { margin: 0; }
header { border-bottom: 2.4pt solid var(--accent); padding-bottom: 9pt; margin-bottom: 15pt; }
header .subject { font: 700 9pt 'Sample Sans'; color: var(--accent); letter-spacing: .12em; }
h1 { string-set: title content(); font-size: 21pt; line-height: 1.35; margin: 5pt 0 3pt; }
header .subtitle { color: #5d6d6b; font-size: 11pt; }
h2 { font-size: 13.5pt; margin: 15pt 0 4pt; color: var(--accent); break-after: avoid; }
p { margin: 0 0 7pt; orphans: 2; widows: 2; }
figure { margin: 10pt 0 12pt; text-align: center; break-inside: avoid; }
figure svg, figure img { max-width: 100%; }
figcaption { font-size: 9.2pt; color: #5d6d6b; margin-top: 3pt; }
.table { break-inside: avoid; }
table { border-collapse: collapse; margin: 9pt auto 12pt; width: 100%;
  font-size: 9.6pt; line-height: 1.45; break-inside: avoid; }
th { font-weight: 700; text-align: left; border-bottom: 1pt solid var(--accent); padding: 4pt 6pt; }
td { border-bottom: .6pt solid #d9e1df; padding: 4pt 6pt; vertical-align: top; }
.n { text-align: right; }
ul, ol { margin: 0 0 8pt; padding-left: 17pt; } li { margin-bottom: 2.5pt; }
blockquote { margin: 9pt 0 11pt; padding: 7pt 13pt; border-left: 3pt solid var(--accent);
  background: #f4f7f6; }
pre { font: 8.8pt/1.55 'Sample Mono'; background: #f4f7f6; padding: 8pt 11pt;
  border-radius: 4pt; margin: 7pt 0 11pt; white-space: pre; break-inside: avoid; }
.box { border: .8pt solid #c9d3d1; border-radius: 5pt; padding: 8pt 12pt; margin: 8pt 0 11pt;
  break-inside: avoid; }
.box p:last-child { margin-bottom: 0; }
.small { font-size: 9.2pt; color: #5d6d6b; }
"""


@dataclass(frozen=True)
class Document:
    file: str
    subject: str
    title: str
    subtitle: str
    body: str
    accent: str = "#1f7a78"
    serif: bool = False
    style: str = ""
    language: str = "zh-TW"

    def html(self, font_rules: str) -> str:
        family = "'Sample Serif'" if self.serif else "'Sample Sans'"
        return (
            f"<!doctype html><html lang='{self.language}'><head><meta charset='utf-8'>"
            f"<title>{self.title}</title><style>{font_rules}"
            f":root {{ --accent: {self.accent}; --family: {family}; }}"
            f"{STYLE}{self.style}</style></head><body><header>"
            f"<div class='subject'>{self.subject}</div><h1>{self.title}</h1>"
            f"<div class='subtitle'>{self.subtitle}</div></header>{self.body}</body></html>"
        )


def figure(drawing: str, caption: str) -> str:
    return f"<figure>{drawing}<figcaption>{caption}</figcaption></figure>"


def table(head, rows, caption="", numeric=()):
    """`numeric` lists the columns whose numbers are aligned at the right."""

    def cells(tag, row):
        return "".join(
            f"<{tag}{' class=n' if i in numeric else ''}>{cell}</{tag}>"
            for i, cell in enumerate(row)
        )

    body = "".join(f"<tr>{cells('td', row)}</tr>" for row in rows)
    top = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f"<div class=table>{top}<table><thead><tr>{cells('th', head)}</tr></thead><tbody>{body}</tbody></table></div>"
