/** What is shipped: each part is in the bill of materials, may be used, and has no known hole. */
package hallmonitor.shipped;
