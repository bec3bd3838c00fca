/** Appeals, their references, and blocks of authors. */
package hallmonitor.moderation.store.objections;
