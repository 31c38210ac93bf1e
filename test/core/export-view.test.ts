// Who sees what of an export where it is easily mistaken; the whole is in test/cli/export-workspace.
import { describe, expect, it } from 'vitest'
import { seenBy, type WorkspaceView } from '../../src/core/export-view.ts'
import { MORNING, sampleDelivery, sampleEdition } from '../storage/samples.ts'
import { OURS, sampleChange, sampleDigest, sampleNotice, THEIRS } from '../storage/samples-chat.ts'

const view = (more: Partial<WorkspaceView> = {}): WorkspaceView => ({
  workspaceId: OURS,
  feedIds: new Set(['nantes']),
  followings: new Map(),
  channels: new Set(['slack:C1']),
  othersDigests: new Set(['leur-revue']),
  isAllOfSlack: false,
  ...more,
})

const ALONE = 'discord:@4712'

describe('what a workspace sees of an export', () => {
  it.each([
    [view(), 'slack:C1', true, 'its own channel'],
    [view(), 'slack:C2', false, 'a channel of who knows whom'],
    [view({ isAllOfSlack: true }), 'slack:C2', true, 'a token serves one workspace'],
    [view({ isAllOfSlack: true }), 'slack:@U1', false, 'one person'],
    [view({ isAllOfSlack: true }), 'discord:C2', false, 'another platform'],
    [view({ workspaceId: ALONE }), ALONE, true, 'the person themselves'],
    [view({ workspaceId: ALONE }), 'discord:@4713', false, 'somebody else'],
  ])('knows its channels: %#', (seer, audience, isSeen, _why) => {
    const mute = { audience, storyId: 's', until: 0 }
    expect(seenBy(seer, 'mutes', mute) !== undefined).toBe(isSeen)
  })

  const { workspaceId: _workspaceId, ...ofFile } = sampleDigest('fichier')
  it.each([
    [sampleDigest('nôtre'), ['slack:C0123456'], 'set up here, wherever it goes'],
    [sampleDigest('autre', { workspaceId: THEIRS, channels: ['slack:C1'] }), undefined, 'set up elsewhere'],
    [sampleDigest('privée', { owner: 'U1' }), undefined, 'somebody’s own'],
    [{ ...ofFile, channels: ['slack:C1', 'discord:9'] }, ['slack:C1'], 'of the file, for two workspaces'],
    [{ ...ofFile, channels: ['discord:9'] }, undefined, 'of the file, for others'],
  ])('gets the digests that it may know: %#', (digest, channels, _why) =>
    expect(seenBy(view(), 'digests', digest)?.channels).toEqual(channels),
  )

  it.each([
    ['matin', true, 'of the file, or of its own'],
    ['leur-revue', false, 'of another workspace, into a channel that both share'],
  ])('gets editions of its channels: %s, %s (%s)', (digestName, isSeen, _why) => {
    const edition = sampleEdition(MORNING)
    const delivery = { ...sampleDelivery(edition, 0), channel: 'slack:C1' }
    const exported = { ...edition, digestName, deliveries: [delivery] }
    expect(seenBy(view(), 'editions', exported) !== undefined).toBe(isSeen)
  })

  it('gets what is somebody’s own where they are alone', () => {
    const own = sampleDigest('privée', { owner: '4712', workspaceId: ALONE })
    expect(seenBy(view({ workspaceId: ALONE }), 'digests', own)).toBe(own)
    const change = sampleChange('c', { workspaceId: ALONE, subject: { kind: 'digest', after: own } })
    expect(seenBy(view({ workspaceId: ALONE }), 'changes', change)).toBe(change)
    expect(seenBy(view(), 'changes', { ...change, workspaceId: OURS })).toBeUndefined()
    const notice = sampleNotice('n', { workspaceId: ALONE, channel: ALONE })
    expect(seenBy(view({ workspaceId: ALONE }), 'notices', notice)).toBe(notice)
  })

  it.each([
    ['guid:nantes:1', true, 'its feed’s own name'],
    ['guid:brest:1', false, 'that of a feed of others'],
    ['url:https://lavigie.example/1', true, 'everybody’s'],
    ['print:la vigie:0af', true, 'everybody’s'],
  ])('recognises an article by %s: %s', (key, isSeen, _why) =>
    expect(seenBy(view(), 'keys', { key, articleId: 'a' }) !== undefined).toBe(isSeen),
  )
})
