import type { OrderEvent } from '@northwind/event-client';
import { render } from './templates.ts';
import type { MailRelay, SentMails } from './ports.ts';

/** Sends the mail that an event asks for, once. Events without a mail are ignored. */
export async function sendOrderMail(event: OrderEvent, relay: MailRelay, sent: SentMails): Promise<void> {
  const mail = render(event);
  if (!mail || (await sent.has(event.id))) return;
  await relay.send(mail);
  await sent.add(event.id);
}
