/** Words that names and descriptions of software are made of. */
export const catalogWords: readonly string[] =
  `account address adjustment agent aggregate alert allocation analytics api archive article asset attribution audit authorization
  balance banner barcode basket batch billing booking bridge broker budget bundle cache calendar campaign cancellation capacity
  card carrier cart catalogue category channel charge checkout claim cleanup client cluster collector commission compliance
  configuration connector consent contract control conversion coupon courier credit currency customer dashboard database deadline
  delivery demand deposit device digest directory discount dispatch dispute document driver duplicate email employee encryption
  enrichment environment estimate event exchange export failure feature feedback feed fee file filter finance fleet forecast
  fraud freight fulfilment gateway geocode gift grant graph health history holiday identity image import incident indexer
  inspection installment insurance integration inventory invoice issue item journal keeper kiosk label latency ledger legal
  licence limit listing loader locale locker login loyalty mailer manifest margin market matcher media member merchant message
  meter metric migration mobile model monitor network newsletter notification number offer onboarding order package parcel
  parser partner payment payout penalty permission picker pipeline planner platform point policy portal preference price
  printer privacy processor product profile promotion proxy publisher purchase quality query queue quota quote rating receipt
  recommendation reconciliation record refund region registry reminder renderer replay report request reservation resolver
  return review reward risk roster route router rule sample scanner schedule schema score search season secret segment sensor
  session settlement shelf shipment shop signal snapshot source stock storage storefront stream subscription supplier support
  survey sync system tariff task tax team telemetry template tenant ticket token tracker trade traffic transfer translation
  transport trigger truck upload usage user validator variant vault vendor version view voucher wallet warehouse webhook
  widget window wishlist worker workflow zone accepts answers applies builds calculates checks collects compares computes
  creates decides delivers detects draws emits explains fetches finds forwards generates groups handles holds keeps knows
  learns lists loads maps measures merges moves notifies offers opens parses plans prints protects publishes reads receives
  records renders repairs replaces reserves returns routes runs saves scans schedules scores sells sends shows signs sorts
  splits starts stores streams suggests tells tests tracks translates turns updates validates verifies warns watches writes
  and for from into once per the with without every when until after before while of to`.split(/\s+/);
