/** The texts of the default catalogue in Spanish. */
import type { Catalogue } from './en.ts';

export const es: Catalogue = {
  yes: 'Sí',
  no: 'No',
  'sign-in': {
    title: 'Nadie puede iniciar sesión',
    chooseWhen: 'Ningún usuario consigue iniciar sesión en producción.',
    notThis: 'Un solo usuario, una contraseña, una licencia o un rol: eso es para su propio departamento de informática.',
    questions: {
      'sign-in-error': { text: '¿Qué error aparece y con qué id. de correlación?' },
      'other-apps': { text: '¿Funcionan otras aplicaciones de Microsoft?', choices: ['Sí', 'No', 'No lo hemos probado'] },
      'rules-changed': { text: 'Han cambiado hace poco las reglas de inicio de sesión o de acceso' },
      'rules-change': { text: '¿Qué cambió en ellas y cuándo?' },
    },
  },
  'environment-down': {
    title: 'No se puede acceder a producción',
    chooseWhen: 'El sitio muestra un error, se queda en blanco o no termina de cargar, para todos.',
    notThis: 'Su propia red, un espacio aislado o un mantenimiento anunciado.',
    questions: {
      'site-error': { text: '¿Qué error o código muestra el navegador?' },
      'second-network': {
        text: '¿Ocurre lo mismo desde otra red, por ejemplo la de un móvil?',
        choices: ['Sí', 'No, solo desde la nuestra', 'No lo hemos probado'],
      },
    },
  },
  'severe-slowness': {
    title: 'Va tan lento que no se puede trabajar',
    chooseWhen: 'Todos los usuarios, o la mayoría, están bloqueados en varios módulos.',
    notThis: 'Un formulario, un informe o una consulta lentos son una solicitud normal.',
    questions: {
      'modules-fine': { text: '¿Qué módulos van tan rápido como siempre?' },
      'slow-session': { text: 'El id. de sesión de alguien que está bloqueado' },
      'heavy-batch': { text: 'Hay ahora un proceso por lotes pesado en curso' },
    },
  },
  'core-process-blocked': {
    title: 'Un proceso clave falla para todos',
    chooseWhen: 'El sitio funciona, pero registrar, liberar pedidos o facturar falla para todos.',
    notThis: 'Una empresa, un documento o cómo se hace algo. Si es un proceso de su partner, llámele primero.',
    questions: {
      companies: { text: '¿En qué entidades jurídicas?' },
      'process-last-worked': { text: '¿Cuándo funcionó por última vez?' },
      deadline: { text: 'Hay una fecha límite que depende de ello' },
      'deadline-at': { text: '¿Cuándo es la fecha límite?' },
    },
  },
  'batch-stopped': {
    title: 'No se ejecutan los trabajos por lotes',
    chooseWhen: 'La cola está atascada, no se ejecuta nada y la empresa lo está esperando.',
    notThis: 'Un trabajo que falló o que va lento.',
    questions: {
      'batch-group': { text: '¿Qué trabajos o grupos de lotes están esperando?' },
      'jobs-waiting': { text: '¿Cuántos trabajos esperan, más o menos?' },
      'batch-last-ran': { text: '¿Cuándo terminó bien el último trabajo?' },
    },
  },
  'data-exchange-down': {
    title: 'No se puede importar ni exportar',
    chooseWhen: 'La administración de datos falla en todas las entidades.',
    notThis: 'Un archivo, una asignación o una entidad.',
    questions: {
      'execution-id': { text: 'El id. de ejecución de un trabajo que falló' },
      'exchange-first-failed': { text: '¿Cuándo falló el primero?' },
    },
  },
  'integration-down': {
    title: 'La API o el servicio web no funciona',
    chooseWhen: 'Fallan todas las integraciones, por tiempo de espera o con errores del servidor.',
    notThis: 'Una aplicación con un secreto caducado o con sus propios errores 401 o 429, o un fallo del otro sistema.',
    questions: {
      endpoint: { text: '¿A qué dirección se llama?' },
      'request-ids': { text: 'De una llamada que falló: su hora, x-ms-client-request-id o ms-dyn-aid' },
    },
  },
  'commerce-down': {
    title: 'Las tiendas o la web no pueden vender',
    chooseWhen: 'No funciona el punto de venta, la unidad de escalado o la tienda en línea.',
    notThis: 'Una caja, una impresora o un terminal, o un fallo del proveedor de pagos.',
    questions: {
      stores: { text: '¿Qué tiendas o canales?' },
      registers: { text: '¿Cuántas cajas, más o menos?' },
      'offline-mode': { text: '¿Funciona el modo sin conexión?', choices: ['Sí', 'No', 'No está configurado'] },
    },
  },
  'warehouse-down': {
    title: 'El almacén está parado',
    chooseWhen: 'La aplicación móvil no puede procesar trabajo en uno o varios sitios.',
    notThis: 'Un dispositivo, la Wi-Fi o un menú mal configurado.',
    questions: {
      sites: { text: '¿Qué sitios?' },
      devices: { text: '¿Cuántos dispositivos, más o menos?' },
      'web-client': { text: '¿Funciona el cliente web?', choices: ['Sí', 'No', 'No lo hemos probado'] },
    },
  },
  'financial-reporting-down': {
    title: 'No funcionan los informes financieros',
    chooseWhen: 'No hay acceso a los informes, y se acerca un cierre o una fecha legal.',
    notThis: 'Fuera de un cierre, o un informe con cifras incorrectas.',
    questions: {
      'closing-at': { text: '¿Cuándo es el cierre o la fecha límite?' },
      figures: { text: '¿Qué les pasa a los informes?', choices: ['No se pueden abrir', 'Se abren con cifras antiguas'] },
    },
  },
  'update-failed': {
    title: 'Bloqueado tras una actualización',
    chooseWhen: 'Una actualización o implementación superó su ventana o dejó producción inutilizable.',
    notThis: 'La actualización de un espacio aislado, o una que sigue dentro de su ventana.',
    questions: {
      update: { text: '¿Qué actualización es y en qué paso está?' },
      'window-end': { text: '¿Cuándo tenía que haber terminado?' },
      rollback: { text: '¿Se puede revertir?', choices: ['Sí', 'No', 'No lo sabemos'] },
    },
  },
  'wider-incident': {
    title: 'Un incidente general de Microsoft',
    chooseWhen: 'El estado del servicio muestra un incidente como el suyo, y necesita ayuda.',
    notThis: 'Coincide, pero no necesita nada: siga el incidente en el estado del servicio.',
    questions: {
      'health-id': { text: 'Su id. en el estado del servicio' },
      needed: { text: '¿Qué es lo que más necesita?', choices: ['Una solución provisional', 'Una conmutación por error', 'Saber más'] },
    },
  },
  security: {
    title: 'Posible intrusión o fuga de datos',
    chooseWhen: 'Puede que alguien haya entrado o que hayan salido datos.',
    redirect:
      'Una posible intrusión no debe escribirse en un canal. Llámenos ahora y diga que es un asunto de seguridad; a partir de ahí lo trataremos solo con usted.',
  },
  'not-listed': {
    title: 'Ninguno de estos',
    chooseWhen: 'Se cumplen las tres condiciones, pero nada de lo anterior encaja. Soporte confirma si es una interrupción.',
    notThis: 'Datos dañados: detenga el proceso y llame a su partner.',
  },
};
