// Two workspaces, a stranger and a secret: what the scenes of an export have in common.

/** Stands in everything that belongs to the other workspace, or to one person, and to nobody of ours. */
export const STRANGER = 'Autrui'

/** Stands where a password or a key does. */
export const SECRET = 'sesame'

/** Ours, with a key in it. */
export const OUR_URL = `https://awa:${SECRET}@rennes.example/rss.xml?token=${SECRET}`

export const OUR_CHANNEL = 'slack:C0123456'
export const THEIR_CHANNEL = `discord:${STRANGER}`
export const PRIVATE_CHANNEL = `slack:@${STRANGER}`
