/** Accounts that people are connecting, and the orders about their credentials. */
package hallmonitor.moderation.store.connect;
