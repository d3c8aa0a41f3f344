import { defineItem } from '../browser/storage.ts';
import { VAULT_SETTINGS, type VaultSettings } from './settings.ts';

/** When the vault locks by itself. */
export const vaultSettings = defineItem<VaultSettings>('local:vaultSettings', {
  fallback: VAULT_SETTINGS,
});
