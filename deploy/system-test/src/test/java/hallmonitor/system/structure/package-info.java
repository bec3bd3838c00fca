/** What holds for the structure of the whole product, whichever module a class is in. */
package hallmonitor.system.structure;
