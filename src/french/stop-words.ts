// French words that carry no subject: articles, pronouns, auxiliaries, connectives. Our own list, folded.

const LIST = `
a ai aie aient aies ait alors apres as au aucun aucune aujourd auquel aura aurait auront aussi autre autres aux
auxquelles auxquels avaient avais avait avant avec avez avoir avons ayant bien car ce ceci cela celle celles celui
cependant certaines certains ces cet cette ceux chaque chez ci comme comment contre d dans de depuis des desormais
deux dit donc dont du durant elle elles en encore enfin entre es est et etaient etais etait etant ete etes etre eu
eurent eut eux faire fait faut fois font fut hors huit hui ici il ils j je jusqu jusque l la laquelle le lequel les
lesquelles lesquels leur leurs lors lorsqu lorsque lui m ma mais me meme memes mes mettre mis moi moins mon n ne neuf
ni non nos notre nous on ont ou oui par parce parmi pas pendant peu peut peuvent plus plusieurs plutot pour pourquoi
pourrait pouvait presque puis puisqu puisque qu quand quant que quel quelle quelles quelqu quelque quelques quels qui
quoi quoiqu quoique s sa sans sauf se selon sera serait seront ses si soi soient soit sommes son sont sous suis sur t
ta tandis tant te tel telle telles tels tes ton toujours tous tout toute toutefois toutes tres trois trop tu un une
va vers via voici voila vont vos votre vous y ainsi afin ailleurs apparemment assez autant autour certes deja dela
dessous dessus devant derriere ensuite environ etc hier jamais maintenant mieux
`

export const STOP_WORDS: ReadonlySet<string> = new Set(LIST.trim().split(/\s+/))
