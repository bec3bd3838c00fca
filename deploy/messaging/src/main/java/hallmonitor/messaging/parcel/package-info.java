/** How a file travels between services: in parts, each encrypted for one key, order and place. */
package hallmonitor.messaging.parcel;
