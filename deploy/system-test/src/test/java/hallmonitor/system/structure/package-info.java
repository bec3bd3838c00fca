/** Rules for the structure of the whole product, across all modules. */
package hallmonitor.system.structure;
