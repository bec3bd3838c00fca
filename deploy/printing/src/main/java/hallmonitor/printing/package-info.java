/** Paper documents: PDF from Qute templates. Every value is always text. */
package hallmonitor.printing;
