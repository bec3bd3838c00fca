/**
 * What a notice says, who gets it, and in what language. Pure; layout and sending are elsewhere.
 */
package hallmonitor.notifier.notice;
