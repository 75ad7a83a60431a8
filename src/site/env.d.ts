/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The view model of the page that is being rendered. */
    page: import('../portal/views/page.ts').PageView;
  }
}
