/* The bank has its answer: close the window that Link's dialog opened. The dialog asks the server and goes on. */
if (document.querySelector('[data-close]')) window.close()
