/** The name of the window in which Link shows the bank's own page. */
export const BANK_WINDOW = 'sandbox-bank'

let bankWindow = null

/** Opens the window, still empty; answers false where the browser blocks it. Works only on a click. */
export const openBankWindow = () => {
  bankWindow = window.open('', BANK_WINDOW, 'popup,width=480,height=760')
  bankWindow?.focus()
  return bankWindow !== null
}

export const showInBankWindow = (url) => {
  if (bankWindow) bankWindow.location.href = new URL(url, location.href).href
}

export const closeBankWindow = () => bankWindow?.close()

export const bankWindowIsClosed = () => bankWindow?.closed ?? false
