/** Pages for paper: PDF from Qute templates. Every value is only ever text. */
package hallmonitor.printing;
