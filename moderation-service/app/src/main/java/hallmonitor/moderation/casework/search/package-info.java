/** Words of texts as people search for them: folded, and found in any form. */
package hallmonitor.moderation.casework.search;
