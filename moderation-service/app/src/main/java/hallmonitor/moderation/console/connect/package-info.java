/** Accounts are connected here: by an administrator, or by the person who holds the account. */
package hallmonitor.moderation.console.connect;
