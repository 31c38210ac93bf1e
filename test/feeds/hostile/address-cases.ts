// Addresses that lead where nobody may go: private hosts in every spelling, names that lie, schemes of other kinds.
import { type Page, redirect } from '../hostile-server.ts'
import { type HostileCase, HOST } from './hostile-case.ts'

const PRIVATE = 'fetch-private-address'

const PRIVATE_HOSTS: readonly string[] = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0177.0.0.1',
  '127.0.0.1.',
  '0.0.0.0',
  '１２７．０．０．１',
  '①②⑦.0.0.1',
  '127。0。0。1',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '192.0.0.8',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '[::]',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[fe80::1]',
  '[fc00::1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[ff02::1]',
]

/** The port of the server itself: had the address been dialled, it would have been told. */
const turn =
  (status: number, target: string): Page =>
  (request, response) =>
    redirect(status, asHeader(target.replace('PORT', String(request.socket.localPort))))(request, response)

/** Raw UTF-8, as servers write accented addresses. */
const asHeader = (address: string): string => Buffer.from(address).toString('latin1')

const dialled = PRIVATE_HOSTS.map((host): HostileCase => ({
  name: `adresse ${host}`,
  reads: 'feed',
  address: `http://${host}/flux.xml`,
  expected: PRIVATE,
}))

const redirected = PRIVATE_HOSTS.map((host): HostileCase => ({
  name: `renvoi vers ${host}`,
  reads: 'feed',
  page: () => turn(302, `http://${host}:PORT/secret`),
  expected: PRIVATE,
}))

const names: readonly HostileCase[] = [
  {
    name: 'nom « localhost. »',
    reads: 'feed',
    address: 'http://localhost./',
    resolves: [{ address: '127.0.0.1', family: 4 }],
    expected: PRIVATE,
  },
  {
    name: 'nom qui mène à un réseau privé',
    reads: 'feed',
    address: 'http://intranet.example/',
    resolves: [{ address: '10.1.2.3', family: 4 }],
    expected: PRIVATE,
  },
  {
    name: 'nom qui mène à NAT64 et à une adresse locale IPv6',
    reads: 'feed',
    address: 'http://nat.example/',
    resolves: [
      { address: '64:ff9b::a00:1', family: 6 },
      { address: 'fe80::1', family: 6 },
    ],
    expected: PRIVATE,
  },
  {
    name: 'nom à deux adresses privées',
    reads: 'feed',
    address: 'http://deux.example/',
    resolves: [
      { address: '192.168.0.10', family: 4 },
      { address: '::1', family: 6 },
    ],
    expected: PRIVATE,
  },
  {
    name: 'nom qui change d’adresse à chaque question',
    reads: 'feed',
    address: 'http://girouette.example/',
    resolves: 'changing',
    expected: PRIVATE,
  },
  {
    name: 'nom que personne ne résout jamais',
    reads: 'feed',
    address: 'http://muet.example/',
    resolves: 'never',
    options: { connectSeconds: 0.5 },
    expected: 'fetch-timeout',
  },
  {
    name: 'nom que personne ne porte',
    reads: 'feed',
    address: 'http://personne.example/',
    expected: 'fetch-unreachable unknown-host',
  },
]

const schemes: readonly HostileCase[] = [
  ...['file:///etc/passwd', 'data:text/xml,<rss/>', 'javascript:alert(1)', 'gopher://piege.example/'].flatMap(
    (address): HostileCase[] => [
      { name: `adresse ${address}`, reads: 'feed', address, expected: 'fetch-scheme' },
      {
        name: `renvoi vers ${address}`,
        reads: 'feed',
        page: () => redirect(302, address),
        expected: 'fetch-scheme',
      },
    ],
  ),
  {
    name: 'mot de passe dans l’adresse',
    reads: 'feed',
    address: `http://lecteur:secret@${HOST}/absent`,
    expected: 'fetch-status 404',
  },
  {
    name: 'renvoi avec un mot de passe vers un fichier',
    reads: 'discovery',
    page: () => redirect(302, 'ftp://lecteur:se@cret@piege.example/'),
    expected: 'fetch-scheme',
  },
]

export const ADDRESS_CASES: readonly HostileCase[] = [...dialled, ...redirected, ...names, ...schemes]
