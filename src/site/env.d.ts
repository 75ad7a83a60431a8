/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The view model of the page that is being rendered. */
    page: import('../portal/views/page.ts').PageView;
  }
}

interface ImportMetaEnv {
  /** Pages can be read without a network (`portal.offline`). Only read as written here is it known when scripts are compiled. */
  readonly CALLBOARD_OFFLINE: boolean;
}
