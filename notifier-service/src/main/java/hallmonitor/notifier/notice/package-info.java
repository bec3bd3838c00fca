/** What a notice says, to whom and in which language. Pure; layout and sending are elsewhere. */
package hallmonitor.notifier.notice;
