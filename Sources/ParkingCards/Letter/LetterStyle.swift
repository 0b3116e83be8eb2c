/// How a letter looks on a screen and on A4.
enum LetterStyle {
    static let head: StaticString = """
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
        <meta name="referrer" content="no-referrer"/>
        <style>
        @page { size: A4; margin: 22mm 20mm 24mm 25mm; @bottom-right { content: counter(page) " / " counter(pages); } }
        * { box-sizing: border-box; }
        html { color-scheme: light; }
        body { margin: 0; background: #fff; color: #1b1b1b; font: 1rem/1.5 "Liberation Sans", Arial, Helvetica, sans-serif; overflow-wrap: anywhere; }
        main { max-width: 46rem; margin: 0 auto; padding: 1.5rem; }
        h1 { font-size: 1.4rem; line-height: 1.25; margin: 1.5rem 0 1rem; }
        h2 { font-size: 1.15rem; margin: 1.75rem 0 .5rem; border-bottom: 1px solid #595959; }
        h3, h4 { font-size: 1rem; margin: 0; }
        p { margin: .25rem 0; }
        ul, ol { padding-left: 1.5rem; }
        li { margin: .5rem 0; }
        dl { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: .25rem 1rem; margin: .5rem 0; }
        dt { font-weight: bold; }
        dd { margin: 0; }
        code { font-family: "Liberation Mono", monospace; font-size: .85em; }
        .addressee { margin: 2rem 0; }
        .warning { border: 2px solid #8a1c1c; padding: .5rem 1rem; margin: .5rem 0; font-weight: bold; }
        .small { color: #454545; font-size: .875rem; }
        @media (max-width: 32rem) { main { padding: 1rem; } dl { display: block; } dd { margin: 0 0 .5rem; } }
        @media print {
        body { font-size: 10.5pt; }
        main { max-width: none; padding: 0; }
        h2, h3, h4 { break-after: avoid; }
        li, dl, .warning { break-inside: avoid; }
        p { orphans: 3; widows: 3; }
        }
        </style>
        """
}
