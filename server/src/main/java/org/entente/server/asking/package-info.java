/** What people ask for in words, made into queries: for options and for addresses alike. */
package org.entente.server.asking;
