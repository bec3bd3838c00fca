/** The state of each account that is read, and what people change about it. */
package hallmonitor.moderation.store.accounts;
