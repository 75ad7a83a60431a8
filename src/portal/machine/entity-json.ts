import { v5 } from 'uuid';
import type { Entity } from '../../catalog/entity.ts';

/** The namespace of Callboard's name-based UUIDs (RFC 9562, version 5). */
const namespace = '6f0a1b1e-2a57-5e0c-9d53-0c5ab6e9c3d4';

/**
 * An entity as Backstage's catalog answers it, on one line. `metadata.uid` is made of the ref and `metadata.etag` of the
 * content, so neither changes before what it stands for does; what an author writes there does not count.
 */
export function entityJson({ metadata, ...entity }: Entity, ref: string): string {
  const { uid: _, etag: __, ...own } = metadata;
  const content = JSON.stringify({ ...entity, metadata: own });
  const identity = { uid: v5(ref, namespace), etag: v5(content, namespace).replaceAll('-', '') };
  const { apiVersion, kind, ...rest } = entity;
  return JSON.stringify({ apiVersion, kind, metadata: { ...own, ...identity }, ...rest });
}
