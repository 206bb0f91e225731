import { createRoot } from 'react-dom/client';
import { TakedownPage } from '../inspection/takedown/TakedownPage';

createRoot(document.getElementById('root')!).render(<TakedownPage />);
