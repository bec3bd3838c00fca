/** The state of each connected account, and people's changes to it. */
package hallmonitor.moderation.store.accounts;
