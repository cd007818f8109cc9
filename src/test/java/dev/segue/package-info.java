/** What holds for the whole tree: its format and its architecture. */
package dev.segue;
