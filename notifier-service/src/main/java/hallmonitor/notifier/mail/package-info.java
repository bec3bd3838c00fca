/** From a composed notice to the mail server's answer. */
package hallmonitor.notifier.mail;
