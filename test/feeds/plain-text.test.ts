import { describe, expect, it } from 'vitest'
import { plainLine, plainText } from '../../src/feeds/plain-text.ts'

describe('plainText', () => {
  it.each([
    ['<p>Un.</p><p>Deux.</p>', 'Un.\n\nDeux.', 'glued paragraphs come apart'],
    ['<div><div><p>Un.</p></div></div>\n\n<p>Deux.</p>', 'Un.\n\nDeux.', 'nested blocks make one blank line'],
    ['Le <b>min</b>istre <a href="/x">parle</a>.', 'Le ministre parle.', 'inline tags join'],
    ['Une ligne<br>une autre<br/>', 'Une ligne\nune autre', 'a break is a line'],
    ['Un.<br><br>Deux.', 'Un.\n\nDeux.', 'two breaks are a paragraph'],
    ['L&#8217;&eacute;t&eacute; &amp; l&#x2019;hiver', 'L’été & l’hiver', 'entities of every kind'],
    ['R&D &copy 2025', 'R&D © 2025', 'bare ampersands and entities without semicolon'],
    ['&#146;', '’', 'numbers of windows-1252'],
    ['moins de 3 < 4 ans', 'moins de 3 < 4 ans', 'a sign is no tag'],
    ['a  b\n\n c\t d', 'a b c d', 'spaces fold'],
    ['« Oui »', '« Oui »', 'a no-break space that stands alone stays'],
    ['Oui \u00A0\u00A0non', 'Oui non', 'a run of spaces is one'],
    ['extra\u00ADordi\u200Bnaire', 'extraordinaire', 'invisible marks are dropped'],
    ['<script>var a = "<p>"</script>Texte<style>p{}</style>', 'Texte', 'code is silent'],
    ['<!-- Publicité --> Texte <!-- fin', 'Texte', 'comments, even without an end'],
    ['<noscript><p>Activez tout</p></noscript>Texte', 'Texte', 'what stands for a script is silent'],
    ['Avant<iframe src="x"/>Après', 'AvantAprès', 'a player closed as in XHTML hides nothing'],
    ['<video controls>Avant<p>Après', 'Avant\n\nAprès', 'a player never closed hides nothing'],
    ['<ul><li>Un</li><li>Deux</li></ul>', 'Un\n\nDeux', 'items of a list are blocks'],
    ['<table><tr><td>Paris</td><td>3</td></tr><tr><td>Lyon</td></tr></table>', 'Paris 3\n\nLyon', 'cells'],
    ['<P>Un</P >Deux', 'Un\n\nDeux', 'tags in capitals'],
    ['<![CDATA[<b>Un</b>]]> deux', 'Un deux', 'a section that was forgotten holds markup'],
    ['', '', 'nothing'],
    ['<p>\u00A0</p>', '', 'a paragraph of spaces'],
  ])('makes %j into %j', (html, expected, _why) => expect(plainText(html)).toBe(expected))

  it('reads a hundred thousand levels without exhausting the stack', () => {
    expect(plainText(`${'<div>'.repeat(100_000)}Texte${'</div>'.repeat(100_000)}`)).toBe('Texte')
  })
})

describe('plainLine', () => {
  it.each([
    ['L&amp;#8217;&amp;eacute;t&amp;eacute;', 'L’été', 'escaped twice'],
    ['<p>Un</p><p>deux</p>', 'Un deux', 'one line'],
    ['R&amp;D', 'R&D', 'escaped once'],
  ])('makes %j into %j', (html, expected, _why) => expect(plainLine(html)).toBe(expected))
})
